using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Testing;
using NodaTime;

namespace Crm.Domain.Tests.Values;

/// <summary>The examples of docs/concepts/values-and-time.md, line by line.</summary>
public class ConceptPageTests
{
    [Fact]
    public void Money_Example_GivesWhatThePageSays()
    {
        var price = new Money(100, Currency.Eur);
        var thirds = price.Allocate(3);
        var byWeight = price.Allocate([50, 30, 20]);
        var tax = Percentage.FromPercent(22).Of(price);
        var total = price + tax;
        var rounded = Money.Round(19.995m, Currency.Eur);

        thirds.Concat(byWeight).Select(part => part.Amount).Should().Equal(33.34m, 33.33m, 33.33m, 50, 30, 20);
        total.ToString().Should().Be("122.00 EUR");
        rounded.ToString().Should().Be("20.00 EUR");
    }

    [Fact]
    public void People_Example_GivesWhatThePageSays()
    {
        var address = EmailAddress.Parse("Jörg@Bücher.example");
        var key = address.Normalized;
        var phone = PhoneNumber.Parse("02 1234 5678 int. 12", "IT");
        var e164 = phone.E164;
        var name = PersonName.Parse("Ludwig van Beethoven");
        var family = name.Family;
        var folded = FoldedText.Of("MÜLLER");

        new[] { key, e164, family, folded }.Should().Equal("jörg@xn--bcher-kva.example", "+390212345678", "van Beethoven", "müller");
    }

    [Fact]
    public void Time_Example_GivesWhatThePageSays()
    {
        var now = Instant.FromUtc(2026, 6, 1, 12, 0);

        var calendar = BusinessHours.In("Europe/Rome")
            .OnWeekdays("09:00-12:00", "13:00-17:30")
            .On(IsoDayOfWeek.Saturday, "22:00-06:00")
            .Closed(new LocalDate(2026, 6, 2))
            .OnDate(new LocalDate(2026, 6, 6), "09:00-12:00")
            .Break(new LocalDate(2026, 6, 8), "10:00-11:00")
            .Build();
        var due = calendar.Add(now, Duration.FromHours(4));
        var used = calendar.Elapsed(now, due);

        due.Should().Be(Instant.FromUtc(2026, 6, 3, 7, 30));
        used.Should().Be(Duration.FromHours(4));
    }

    [Fact]
    public void Page_EveryLineOfCode_IsOneOfThisFile()
    {
        var source = File.ReadAllLines(RepositoryRoot.Combine("tests/Crm.Domain.Tests/Values/ConceptPageTests.cs")).Select(line => line.Trim()).ToHashSet();
        var code = File.ReadAllText(RepositoryRoot.Combine("docs/concepts/values-and-time.md")).Split("```csharp\n").Skip(1)
            .SelectMany(block => block.Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Split("//")[0].Trim());

        code.Should().NotBeEmpty().And.OnlyContain(line => source.Contains(line));
    }
}
