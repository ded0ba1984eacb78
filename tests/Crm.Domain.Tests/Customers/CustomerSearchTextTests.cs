using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;
using TestData = Crm.Testing.TestData;

namespace Crm.Domain.Tests.Customers;

public class CustomerSearchTextTests
{
    [Theory]
    [InlineData("Anna Rossi", new[] { "rossi", "anna" })]
    [InlineData("C-2024/17", new[] { "c202417" })]
    [InlineData("+39 02 1234", new[] { "39021234" })]
    [InlineData("1001 54", new[] { "1001", "54" })]
    [InlineData("!!! ☎", new string[0])]
    public void Parse_Text_GivesItsWordsLongestFirst(string text, string[] words) =>
        CustomerSearchText.Parse(text).Select(w => w.Beginnings[0]).Should().Equal(words);

    [Fact]
    public void Parse_MoreThanEightWords_KeepsTheLongest() =>
        CustomerSearchText.Parse("a bb ccc dddd eeeee f g h i j k l").Select(w => w.Beginnings[0]).Should().HaveCount(CustomerSearchText.MaxWords).And.StartWith("eeeee");

    [SkippableFact]
    public void Keys_OfEveryNaughtyName_BeginWithItsOwnWords()
    {
        var names = JsonSerializer.Deserialize<string[]>(File.ReadAllText(TestData.Require("text/blns.json")))!;
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var kept = names.Select(n => Try(n, now)).OfType<Customer>().ToList();
        kept.Should().HaveCountGreaterThan(400);
        kept.Where(c => !Finds(c)).Select(c => c.DisplayName).Should().BeEmpty();
    }

    private static bool Finds(Customer customer)
    {
        var keys = new CustomerKeyKinds([new CustomerSearchKeys()]).KeysOf(customer).Select(k => k.Key).ToList();
        return CustomerSearchText.Parse(customer.DisplayName).All(w => w.Beginnings.Any(b => keys.Exists(k => k.StartsWith(b, StringComparison.Ordinal))));
    }

    private static Organisation? Try(string name, Instant now)
    {
        try
        {
            return new Organisation(CustomerId.New(now), name, now);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
