namespace Crm.Domain.Customers;

/// <summary>The layouts of address books, in the form that <see cref="CustomerLayouts"/> reads.</summary>
internal static class ContactLayouts
{
    /// <summary>Google Contacts, with the headers until 2024 ("Given Name", "… - Type") and since ("First Name", "… - Label").</summary>
    public const string Google = """
        ? E-mail 1 - Value
        ? Phone 1 - Value
        ? Given Name + Group Membership
        ? First Name + Labels
        Name = fullName
        Given Name = givenName
        First Name = givenName
        Additional Name = middleName
        Middle Name = middleName
        Family Name = familyName
        Last Name = familyName
        Name Prefix = prefix
        Name Suffix = suffix
        Nickname = nickname
        Birthday = birthDate
        Language = language
        Group Membership = tags
        Labels = tags
        E-mail {n} - Type = emailType#{n}
        E-mail {n} - Label = emailType#{n}
        E-mail {n} - Value = email#{n}
        Phone {n} - Type = phoneType#{n}
        Phone {n} - Label = phoneType#{n}
        Phone {n} - Value = phone#{n}
        Address {n} - Type = addressType#{n}
        Address {n} - Label = addressType#{n}
        Address {n} - Street = street#{n}
        Address {n} - Extended Address = street2#{n}
        Address {n} - PO Box = postBox#{n}
        Address {n} - City = city#{n}
        Address {n} - Region = region#{n}
        Address {n} - Postal Code = postcode#{n}
        Address {n} - Country = country#{n}
        Organization 1 - Name = organisation
        Organization Name = organisation
        Organization 1 - Title = jobTitle
        Organization Title = jobTitle
        Organization 1 - Department = department
        Organization Department = department
        """;

    /// <summary>Thunderbird, in English and German.</summary>
    public const string Thunderbird = """
        ? Display Name + Primary Email
        ? Anzeigename + Primäre E-Mail-Adresse
        First Name = givenName
        Vorname = givenName
        Last Name = familyName
        Nachname = familyName
        Display Name = fullName
        Anzeigename = fullName
        Nickname = nickname
        Spitzname = nickname
        Primary Email = email
        Primäre E-Mail-Adresse = email
        Secondary Email = email
        Sekundäre E-Mail-Adresse = email
        Work Phone = phone.work
        Tel. dienstlich = phone.work
        Home Phone = phone.home
        Tel. privat = phone.home
        Fax Number = fax
        Fax-Nummer = fax
        Mobile Number = mobile
        Mobil-Tel.-Nr. = mobile
        Home Address = street.home
        Privat: Adresse = street.home
        Home Address 2 = street2.home
        Privat: Adresse 2 = street2.home
        Home City = city.home
        Privat: Ort = city.home
        Home State = region.home
        Privat: Bundesland = region.home
        Home ZipCode = postcode.home
        Privat: PLZ = postcode.home
        Home Country = country.home
        Privat: Land = country.home
        Work Address = street.work
        Dienstlich: Adresse = street.work
        Work Address 2 = street2.work
        Dienstlich: Adresse 2 = street2.work
        Work City = city.work
        Dienstlich: Ort = city.work
        Work State = region.work
        Dienstlich: Bundesland = region.work
        Work ZipCode = postcode.work
        Dienstlich: PLZ = postcode.work
        Work Country = country.work
        Dienstlich: Land = country.work
        Job Title = jobTitle
        Arbeitstitel = jobTitle
        Department = department
        Abteilung = department
        Organization = organisation
        Organisation = organisation
        Birth Year = birthYear
        Geburtsjahr = birthYear
        Birth Month = birthMonth
        Geburtsmonat = birthMonth
        Birth Day = birthDay
        Geburtstag = birthDay
        """;

    /// <summary>Windows Live Mail, in German.</summary>
    public const string LiveMail = """
        ? Vorname + E-Mail-Adresse
        ? Nachname + E-Mail-Adresse
        Vorname = givenName
        2. Vorname = middleName
        Nachname = familyName
        Name = fullName
        Spitzname = nickname
        E-Mail-Adresse = email
        Straße (privat) = street.home
        Ort (privat) = city.home
        Postleitzahl (privat) = postcode.home
        Bundesland (privat) = region.home
        Land/Region (privat) = country.home
        Telefon (privat) = phone.home
        Fax (privat) = fax.home
        Mobiltelefon = mobile
        Straße (geschäftlich) = street.work
        Ort (geschäftlich) = city.work
        Postleitzahl (geschäftlich) = postcode.work
        Bundesland (geschäftlich) = region.work
        Land/Region (geschäftlich) = country.work
        Telefon (geschäftlich) = phone.work
        Fax (geschäftlich) = fax.work
        Firma = organisation
        Position = jobTitle
        Abteilung = department
        """;
}
