using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Customers are found by the beginning of whatever people know of them.</summary>
public abstract class CustomerSearchSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly NewCustomer[] s_customers =
    [
        Known.Anna,
        new() { Name = PersonName.Parse("Dr. Seán O'Brien-Łukasz Jr."), Emails = [EmailAddress.Parse("Sean.OBrien+crm@Mail.Example.org")], Phones = [PhoneNumber.Parse("020 7946 0018", "GB")] },
        new() { OrganisationName = "Müller & Söhne GmbH", Phones = [PhoneNumber.Parse("+49 30 901820")], References = [new ExternalReference("erp", "C-2024/17")] },
        new() { OrganisationName = "ООО «Ромашка»", Phones = [PhoneNumber.Parse("8 (495) 123-45-67", "RU")] },
        new() { Name = new PersonName("太郎", "山田"), Phones = [PhoneNumber.Parse("(212) 555-0123", "US")] },
    ];

    [SkippableTheory]
    [InlineData("ann", "Anna Rossi")]
    [InlineData("ROS", "Anna Rossi")]
    [InlineData("rossi anna", "Anna Rossi")]
    [InlineData("  ross   mila ", "Anna Rossi")]
    [InlineData("20121", "Anna Rossi")]
    [InlineData("1001", "Anna Rossi")]
    [InlineData("anna.rossi@", "Anna Rossi")]
    [InlineData("Anna.Rossi@Example.com", "Anna Rossi")]
    [InlineData("example.c", "Anna Rossi")]
    [InlineData("02 1234 5678", "Anna Rossi")]
    [InlineData("+39 (02) 12", "Anna Rossi")]
    [InlineData("0039021234", "Anna Rossi")]
    [InlineData("011 39 02 1234 5678", "Anna Rossi")]
    [InlineData("345678", "Anna Rossi")]
    [InlineData("obrien", "Dr. Seán O'Brien-Łukasz Jr.")]
    [InlineData("O'Brien", "Dr. Seán O'Brien-Łukasz Jr.")]
    [InlineData("sean luk", "Dr. Seán O'Brien-Łukasz Jr.")]
    [InlineData("020 7946", "Dr. Seán O'Brien-Łukasz Jr.")]
    [InlineData("2079460018", "Dr. Seán O'Brien-Łukasz Jr.")]
    [InlineData("mail.example", "Dr. Seán O'Brien-Łukasz Jr.")]
    [InlineData("mull soh", "Müller & Söhne GmbH")]
    [InlineData("Müller-Söhne", "Müller & Söhne GmbH")]
    [InlineData("C-2024/17", "Müller & Söhne GmbH")]
    [InlineData("c2024", "Müller & Söhne GmbH")]
    [InlineData("030/9018", "Müller & Söhne GmbH")]
    [InlineData("РОМАШ", "ООО «Ромашка»")]
    [InlineData("84951234567", "ООО «Ромашка»")]
    [InlineData("+7 495", "ООО «Ромашка»")]
    [InlineData("山", "太郎 山田")]
    [InlineData("212 555 0123", "太郎 山田")]
    [InlineData("1-212-555", "太郎 山田")]
    [InlineData("0123", "太郎 山田")]
    public async Task Text_BeginningOfAWord_FindsTheCustomer(string text, string name)
    {
        await using var work = (await FilledAsync()).Work();
        var found = await work.Customers.ListAsync(new CustomerCriteria { Text = text });
        found.Items.Select(c => c.DisplayName).Should().Equal(name);
    }

    [SkippableTheory]
    [InlineData("ossi")]
    [InlineData("anna muller")]
    [InlineData("annarossi2")]
    [InlineData("rossi 999999999")]
    [InlineData("!!!")]
    [InlineData("a\0b")]
    [InlineData("%")]
    [InlineData("\uD800")]
    public async Task Text_NoBeginningOfAWord_FindsNobody(string text)
    {
        await using var work = (await FilledAsync()).Work();
        (await work.Customers.ListAsync(new CustomerCriteria { Text = text })).Items.Should().BeEmpty();
    }

    private async Task<CrmTestHost<SpecificationContext>> FilledAsync()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        if ((await work.Customers.ListAsync(new CustomerCriteria())).Items.Count == 0)
        {
            foreach (var customer in s_customers)
            {
                await work.RegisterAsync(customer);
            }
        }

        return host;
    }
}
