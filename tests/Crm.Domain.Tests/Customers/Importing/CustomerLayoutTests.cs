using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Testing;

namespace Crm.Domain.Tests.Customers.Importing;

[Trait("Check", "XC-05")]
public class CustomerLayoutTests
{
    [Theory]
    [InlineData("id,givenName,familyName,email", "crm")]
    [InlineData("ID,FamilyName", "crm")]
    [InlineData("Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value", "google")]
    [InlineData("First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value", "google")]
    [InlineData("Title,First Name,Last Name,Company,Business Phone,E-mail Address", "outlook")]
    [InlineData("First Name,Last Name,Display Name,Nickname,Primary Email,Work Phone", "thunderbird")]
    [InlineData("Vorname,Nachname,E-Mail-Adresse,Firma", "livemail")]
    [InlineData("Record ID,First Name,Last Name,Email,Phone Number,Company Name", "hubspot")]
    [InlineData("Record ID - Contact,First Name,Last Name,Email", "hubspot")]
    [InlineData("Id,LastName,FirstName,Email,MailingStreet,MailingCity", "salesforce")]
    [InlineData("Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Phone,Email", "salesforce")]
    [InlineData("Account ID,Account Name,Billing Street,Billing City", "salesforce")]
    public void Detect_HeaderOfAProgram_IsItsLayout(string header, string layout) =>
        CustomerLayout.Detect(header.Split(','), CrmErrorDescriber.Default).Value.Name.Should().Be(layout);

    [SkippableTheory]
    [InlineData("Google.csv", "google")]
    [InlineData("Google2.csv", "google")]
    [InlineData("Google6.csv", "google")]
    [InlineData("gmail.csv", "google")]
    [InlineData("Outlook365.csv", "outlook")]
    [InlineData("Outlook365 Web.csv", "outlook")]
    [InlineData("ThunderbirdUtf8.csv", "thunderbird")]
    [InlineData("tb_plain.csv", "thunderbird")]
    [InlineData("WindowsLiveMail.csv", "livemail")]
    public void Detect_RealExport_IsItsLayout(string file, string layout)
    {
        var header = File.ReadLines(TestData.Require($"customers/csv/contacts/{file}")).First();
        CustomerLayout.Detect(header.Split(header.Contains(';', StringComparison.Ordinal) ? ';' : ','), CrmErrorDescriber.Default).Value.Name.Should().Be(layout);
    }

    [Theory]
    [InlineData("First;Second")]
    [InlineData("1,,3")]
    [InlineData("phone_number,name")]
    [InlineData("foo,bar,baz")]
    [InlineData("")]
    public void Detect_HeaderOfNoProgram_SaysWhatTheNearestLacks(string header)
    {
        var error = CustomerLayout.Detect(header.Split(','), CrmErrorDescriber.Default).Errors.Single();
        error.Code.Should().Be("ImportLayoutUnknown");
        error.Message.Should().Contain($"the columns {header.Split(',')[0]}").And.Contain("is known by");
    }

    [Fact]
    public void FromJson_Map_ReadsItsColumns()
    {
        var layout = CustomerLayout.FromJson("""{"name":"shop","columns":{"Vorname":"givenName","Tel.":"phone.work","Ort {n}":"city#{n}"}}""");
        layout.Name.Should().Be("shop");
        layout.Columns.Should().Equal(new LayoutColumn("Vorname", "givenName"), new LayoutColumn("Tel.", "phone.work"), new LayoutColumn("Ort {n}", "city#{n}"));
        layout.CanRead(["Tel.", "vorname", "Ort 2"]).IsPermitted.Should().BeTrue();
        layout.CanRead(["Vorname", "Tel."]).Code.Should().Be("ImportColumnMissing");
        CustomerLayout.FromJson("""{"columns":{"x":"phone"}}""").CanRead(["x"]).Code.Should().Be("ImportWithoutNames");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"columns\":{}}")]
    [InlineData("{\"columns\":[\"a\"]}")]
    [InlineData("{\"columns\":{\"a\":\"shoeSize\"}}")]
    [InlineData("{\"columns\":{\"a\":\"phone.moon\"}}")]
    [InlineData("{\"columns\":{\"a\":3}}")]
    [InlineData("{\"columns\":{\"a\":null}}")]
    public void FromJson_AnythingElse_IsAFormatError(string json) => ((Action)(() => CustomerLayout.FromJson(json))).Should().Throw<FormatException>().WithMessage("A layout was expected*");

    [Fact]
    public void With_Columns_TakeThePlaceOfTheLayouts()
    {
        var layout = CustomerLayout.Crm.With([new LayoutColumn("Nr", "id"), new LayoutColumn("Tel", "phone.work")]);
        layout.CanRead(["Nr", "familyName", "Tel", "phone"]).IsPermitted.Should().BeTrue();
        layout.CanRead(["id", "familyName", "Tel"]).Code.Should().Be("ImportColumnMissing");
        CustomerLayout.Crm.CanRead(["id", "email"]).Code.Should().Be("ImportWithoutNames");
    }
}
