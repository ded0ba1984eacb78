using System.Text;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Customers.Exporting;

[Trait("Check", "XC-05")]
public class VCardTests
{
    private static readonly CustomerId s_id = CustomerId.From(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly Instant s_at = Instant.FromUtc(2026, 6, 1, 8, 30, 15);

    private static CustomerProfile Anna => new()
    {
        Id = s_id,
        Kind = CustomerKind.Person,
        DisplayName = "Dr. Anna Maria Rossi",
        Name = new PersonName("Anna", "Rossi", "Dr.", "Maria", null, "Nina"),
        BirthDate = new LocalDate(1980, 2, 3),
        Language = LanguageTag.Parse("it"),
        CreatedAt = s_at,
        Version = 1,
        Tags = ["a;b", "vip"],
        ContactPoints =
        [
            new(default, ContactPointKind.Email, "anna@example.com", true, false, false) { Use = ContactUse.Work },
            new(default, ContactPointKind.Mobile, "+393331234567", true, false, false),
            new(default, ContactPointKind.Fax, "+390612345678", false, false, false) { Use = ContactUse.Home },
        ],
        Addresses = [new(AddressKind.Main, new PostalAddress("Via Roma 1, int. 2", null, "20121", "Milano", null, Country.FromCode("IT"))) { Label = "home", IsPrimary = true }],
    };

    [Fact]
    public void Of_Person_InVersion4() => Lines(Anna, VCardVersion.Version4).Should().Equal(
        "BEGIN:VCARD", "VERSION:4.0", "KIND:individual", "FN:Dr. Anna Maria Rossi", "N:Rossi;Anna;Maria;Dr.;", "NICKNAME:Nina", "EMAIL;TYPE=work;PREF=1:anna@example.com",
        "TEL;VALUE=uri;TYPE=cell;PREF=1:tel:+393331234567", "TEL;VALUE=uri;TYPE=\"home,fax\":tel:+390612345678", "ADR;TYPE=home;PREF=1:;;Via Roma 1\\, int. 2;Milano;;20121;IT", "BDAY:19800203", "LANG:it",
        "CATEGORIES:a\\;b,vip", "UID:urn:uuid:01900000-0000-7000-8000-000000000001", "REV:20260601T083015Z", "END:VCARD");

    [Fact]
    public void Of_Person_InVersion3() => Lines(Anna, VCardVersion.Version3).Should().Equal(
        "BEGIN:VCARD", "VERSION:3.0", "FN:Dr. Anna Maria Rossi", "N:Rossi;Anna;Maria;Dr.;", "NICKNAME:Nina", "EMAIL;TYPE=internet,work,pref:anna@example.com",
        "TEL;TYPE=cell,pref:+393331234567", "TEL;TYPE=home,fax:+390612345678", "ADR;TYPE=home,pref:;;Via Roma 1\\, int. 2;Milano;;20121;IT", "BDAY:1980-02-03",
        "CATEGORIES:a\\;b,vip", "UID:urn:uuid:01900000-0000-7000-8000-000000000001", "REV:2026-06-01T08:30:15Z", "END:VCARD");

    [Fact]
    public void Of_Organisation_HasItsNameWhereEachVersionWantsIt()
    {
        var firm = new CustomerProfile { Id = s_id, Kind = CustomerKind.Organisation, DisplayName = "Höst & Co; \\ AB", CreatedAt = s_at, Version = 1 };
        Lines(firm, VCardVersion.Version4).Should().ContainInOrder("KIND:org", "FN:Höst & Co\\; \\\\ AB", "ORG:Höst & Co\\; \\\\ AB").And.NotContain(l => l.StartsWith("N:", StringComparison.Ordinal));
        Lines(firm, VCardVersion.Version3).Should().ContainInOrder("N:Höst & Co\\; \\\\ AB;;;;", "ORG:Höst & Co\\; \\\\ AB");
    }

    [Theory]
    [InlineData('a')]
    [InlineData('ä')]
    [InlineData('語')]
    public void Of_LongLine_IsFoldedAtSeventyFiveOctetsBetweenCharacters(char letter)
    {
        var name = new string(letter, 190) + "😎";
        var card = VCard.Of(new ExportedCustomer(new CustomerProfile { Id = s_id, Kind = CustomerKind.Organisation, DisplayName = name, CreatedAt = s_at, Version = 1 }, s_at));
        card.Split("\r\n").Should().OnlyContain(l => Encoding.UTF8.GetByteCount(l) <= 75).And.NotContain(l => l.Contains('\uFFFD', StringComparison.Ordinal));
        card.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Should().Contain($"FN:{name}");
        card.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContainAny("\r", "\n");
    }

    private static string[] Lines(CustomerProfile customer, VCardVersion version)
    {
        var card = VCard.Of(new ExportedCustomer(customer, s_at), version);
        card.Should().EndWith("END:VCARD\r\n");
        return card.Split("\r\n")[..^1];
    }
}
