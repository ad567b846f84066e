// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "base/money.h"

#include <optional>
#include <string>

namespace encours {

struct Client {
    ClientId id;
    std::string key; ///< CompAuxNum of the FEC, else the whole CompteNum (rules.md, FEC)
    std::string name;
    std::string city;
    std::string postcode;
    std::string siren;
    std::string sector;           ///< NAF code
    std::optional<int> termsDays; ///< days after the invoice date; 0 = cash ("comptant"); none = the company's default
    std::optional<Money> creditLimit;
    std::optional<Money> insuredLimit;
    UserId salesperson; ///< whose portfolio the client is in; none = nobody's
    Currency currency;  ///< its main one, and that of its limits; amounts in others are told apart, never added
};

struct Contact {
    ContactId id;
    ClientId client;
    std::string name;
    std::string role;
    std::string phone;
    std::string email;
};

} // namespace encours
