using System.Text.Json;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using TestData = Crm.Testing.TestData;
using TestScale = Crm.Testing.TestScale;

namespace Crm.Domain.Tests.Values;

/// <summary>Whatever comes in, only the documented exceptions come out, and what is accepted survives a round trip.</summary>
[Trait("Check", "XC-12")]
public class NaughtyStringTests
{
    [SkippableFact]
    public void EveryValue_OnNaughtyStrings_ThrowsNothingUndocumented() =>
        JsonSerializer.Deserialize<string[]>(File.ReadAllText(TestData.Require("text/blns.json")))!.Should().HaveCountGreaterThan(400).And.AllSatisfy(Feed);

    [Fact]
    public void EveryValue_OnAnyString_ThrowsNothingUndocumented()
    {
        var unit = Gen.Frequency(
            (5, Gen.Elements("aZ09@.+-\"\\ ,;#x()/".ToCharArray())), (1, Gen.Choose(0, 0xFFFF).Select(code => (char)code)));

        Prop.ForAll(unit.ArrayOf().Select(units => new string(units)).ToArbitrary(), Feed).Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(300, 3_000)));
    }

    private static void Feed(string text)
    {
        RoundTrip(text, EmailAddress.TryParse(text, out var email), email, EmailAddress.Parse);
        RoundTrip(text, PhoneNumber.TryParse(text, out var phone), phone, number => PhoneNumber.Parse(number));
        RoundTrip(text, LanguageTag.TryParse(text, out var tag), tag, LanguageTag.Parse);
        RoundTrip(text, Money.TryParse(text, out var money), money, Money.Parse);
        RoundTrip(text, Currency.TryFromCode(text, out var currency), currency, Currency.FromCode);
        RoundTrip(text, Country.TryFromCode(text, out var country), country, Country.FromCode);
        PhoneNumber.TryParse(text, "IT", out _);
        PhoneNumber.TryParse("+39" + text, "US", out _);
        PhoneNumber.TryParse("021234567", text, out _);
        EmailAddress.TryParse(text + "@example.org", out _);
        EmailAddress.TryParse("anna@" + text, out _);
        Allow<FormatException>(() => PersonName.Parse(text));
        Allow<ArgumentException>(() => _ = new PersonName(text, null));
        Allow<ArgumentException>(() => _ = new PostalAddress(text, null, null, null, null, null).Format());
        Allow<ArgumentException>(() => _ = new ExternalReference("blns", text));
        FoldedText.Of(FoldedText.Of(text)).Should().Be(FoldedText.Of(text));
    }

    private static void RoundTrip<T>(string text, bool accepted, T? value, Func<string, T> parse)
        where T : class
    {
        if (accepted)
        {
            parse(value!.ToString()!).Should().Be(value);
            return;
        }

        value.Should().BeNull();
        FluentActions.Invoking(() => parse(text)).Should().Throw<Exception>().Which.Should().Match(e => e is FormatException || e is ArgumentException);
    }

    private static void Allow<TException>(Action act)
        where TException : Exception
    {
        try
        {
            act();
        }
        catch (TException)
        {
        }
    }
}
