namespace Crm.Domain.Customers;

/// <summary>
/// The layouts that are known by name. A line is <c>column = target</c>; a line <c>? a + b</c> says which columns tell the
/// layout, and one of such lines must hold.
/// </summary>
internal static class CustomerLayouts
{
    private const string OutlookText = """
        ? First Name + E-mail Address
        ? Last Name + E-mail Address
        ? E-mail Address + Business Phone
        Title = prefix
        First Name = givenName
        Middle Name = middleName
        Last Name = familyName
        Suffix = suffix
        Nickname = nickname
        Company = organisation
        Job Title = jobTitle
        Department = department
        Birthday = birthDate
        Categories = tags
        E-mail Address = email
        E-mail 2 Address = email
        E-mail 3 Address = email
        Primary Phone = phone
        Business Phone = phone.work
        Business Phone 2 = phone.work
        Company Main Phone = phone.work
        Home Phone = phone.home
        Home Phone 2 = phone.home
        Other Phone = phone.other
        Mobile Phone = mobile
        Car Phone = mobile.other
        Business Fax = fax.work
        Home Fax = fax.home
        Other Fax = fax.other
        """;

    private const string SalesforceText = """
        ? Contact ID + Last Name
        ? Id + LastName
        ? Account ID + Account Name
        ? Last Name + Mailing Street
        ? LastName + MailingStreet
        ? First Name + Mailing City
        ? LastName + AccountId
        Contact ID = id
        Id = id
        Account ID = id
        Salutation = prefix
        First Name = givenName
        FirstName = givenName
        Middle Name = middleName
        MiddleName = middleName
        Last Name = familyName
        LastName = familyName
        Suffix = suffix
        Account Name = organisation
        Account.Name = organisation
        Title = jobTitle
        Department = department
        Birthdate = birthDate
        Email = email
        Phone = phone.work
        Business Phone = phone.work
        Home Phone = phone.home
        HomePhone = phone.home
        Other Phone = phone.other
        OtherPhone = phone.other
        Mobile = mobile
        Mobile Phone = mobile
        MobilePhone = mobile
        Fax = fax.work
        Business Fax = fax.work
        Mailing Street = street
        MailingStreet = street
        Mailing City = city
        MailingCity = city
        Mailing State/Province = region
        MailingState = region
        Mailing Zip/Postal Code = postcode
        MailingPostalCode = postcode
        Mailing Country = country
        MailingCountry = country
        Other Street = street.other
        OtherStreet = street.other
        Other City = city.other
        OtherCity = city.other
        Other State/Province = region.other
        OtherState = region.other
        Other Zip/Postal Code = postcode.other
        OtherPostalCode = postcode.other
        Other Country = country.other
        OtherCountry = country.other
        Billing Street = street.billing
        Billing City = city.billing
        Billing State/Province = region.billing
        Billing Zip/Postal Code = postcode.billing
        Billing Country = country.billing
        Shipping Street = street.shipping
        Shipping City = city.shipping
        Shipping State/Province = region.shipping
        Shipping Zip/Postal Code = postcode.shipping
        Shipping Country = country.shipping
        """;

    private const string HubSpotText = """
        ? Record ID
        ? Record ID - Contact
        ? Contact ID + Lifecycle Stage
        Record ID = id
        Record ID - Contact = id
        Contact ID = id
        Salutation = prefix
        First Name = givenName
        Last Name = familyName
        Company Name = organisation
        Company name = organisation
        Associated Company = organisation
        Job Title = jobTitle
        Email = email
        Work email = email.work
        Additional email addresses = email.other
        Phone Number = phone
        Mobile Phone Number = mobile
        Fax Number = fax
        Street Address = street
        City = city
        State/Region = region
        Postal Code = postcode
        Country/Region = country
        Date of birth = birthDate
        Preferred language = language
        """;

    private const string CrmText = """
        ? id
        ? givenName + familyName
        ? familyName + email
        ? organisation + email
        id = id
        givenName = givenName
        middleName = middleName
        familyName = familyName
        prefix = prefix
        suffix = suffix
        nickname = nickname
        fullName = fullName
        organisation = organisation
        jobTitle = jobTitle
        department = department
        birthDate = birthDate
        email = email
        email{n} = email
        phone = phone
        phone{n} = phone
        mobile = mobile
        mobile{n} = mobile
        fax = fax
        street = street
        street2 = street2
        postcode = postcode
        city = city
        region = region
        country = country
        language = language
        tags = tags
        """;

    /// <summary>Comes first, since it fills what follows.</summary>
    public static readonly CustomerLayout Crm = Read("crm", CrmText);

    public static readonly IReadOnlyList<CustomerLayout> All =
    [
        Crm,
        Read("google", ContactLayouts.Google),
        Read("outlook", OutlookText + "\n" + Addresses("Business ", "work") + Addresses("Home ", "home") + Addresses("Other ", "other")),
        Read("thunderbird", ContactLayouts.Thunderbird),
        Read("livemail", ContactLayouts.LiveMail),
        Read("hubspot", HubSpotText),
        Read("salesforce", SalesforceText),
    ];

    private static string Addresses(string prefix, string use) => $"""
        {prefix}Street = street.{use}
        {prefix}Street 2 = street2.{use}
        {prefix}Street 3 = street2.{use}
        {prefix}Address PO Box = postBox.{use}
        {prefix}City = city.{use}
        {prefix}State = region.{use}
        {prefix}Postal Code = postcode.{use}
        {prefix}Country/Region = country.{use}

        """;

    private static CustomerLayout Read(string name, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var signatures = lines.Where(l => l.StartsWith("? ", StringComparison.Ordinal)).Select(l => l[2..].Split(" + ")).ToList();
        var columns = lines.Where(l => !l.StartsWith("? ", StringComparison.Ordinal)).Select(l =>
        {
            var parts = l.Split(" = ", 2);
            return ImportTarget.TryParse(parts[1], out _) ? new LayoutColumn(parts[0], parts[1]) : throw new InvalidOperationException($"{name}: {l}");
        });
        return new CustomerLayout(name, [.. columns], signatures);
    }
}
