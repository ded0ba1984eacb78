using Crm.Domain.Values;
using Crm.Testing;

namespace Crm.Domain.Tests.Values;

/// <summary>The example numbers of libphonenumber: one per region and kind, 1,147 in all.</summary>
[Trait("Check", "XC-12")]
public class PhoneNumberDataTests
{
    [SkippableFact]
    public void Parse_InternationalExample_KeepsEveryDigit() =>
        Examples().Where(e => !PhoneNumber.TryParse(e.E164, out var number) || number.ToString() != e.E164 || number.NationalNumber != e.National)
            .Should().BeEmpty();

    [SkippableFact]
    public void Parse_NationalExampleWithRegion_GivesTheInternationalNumber() =>
        Examples().Where(e => e.Region != "001")
            .Where(e => !PhoneNumber.TryParse(e.National, e.Region, out var number) || number.ToString() != e.E164).Should().BeEmpty();

    [SkippableFact]
    public void Parse_ExampleAfterInternationalPrefix_GivesTheSameNumber() =>
        Examples().Where(e => !PhoneNumber.TryParse("00" + e.E164[1..], "DE", out var number) || number.ToString() != e.E164).Should().BeEmpty();

    [SkippableTheory]
    [InlineData("spaces", "+$c $1 $2 $3")]
    [InlineData("brackets", "+$c ($1) $2 $3")]
    [InlineData("slashes and dots", "(+$c) $1/$2.$3")]
    [InlineData("hyphens", "+$c-$1-$2-$3")]
    [InlineData("dialled in Europe", "00$c $1 $2$3")]
    [InlineData("with a no-break space", "00$c\u00A0$1\u2011$2$3")]
    public void Parse_InternationalExampleInAnyNotation_GivesTheSameNumber(string notation, string pattern) =>
        Examples().Where(e => !Reads(Written(pattern, e), e.Region == "001" ? null : e.Region, e.E164)).Should().BeEmpty(notation);

    [SkippableTheory]
    [InlineData("US", "011")]
    [InlineData("AU", "0011")]
    [InlineData("JP", "010")]
    [InlineData("RU", "810")]
    [InlineData("KR", "00700")]
    [InlineData("HK", "001")]
    [InlineData("KE", "000")]
    [InlineData("CU", "119")]
    [InlineData("IL", "012")]
    [InlineData("FI", "990")]
    public void Parse_ExampleDialledFromAbroad_GivesTheSameNumber(string region, string prefix) =>
        Examples().Where(e => !Reads($"{prefix} {e.E164[1..]}", region, e.E164)).Should().BeEmpty();

    [SkippableFact]
    public void Parse_ExampleWithTheDigitsOfOtherScripts_GivesTheSameNumber() =>
        Examples().Where(e => !Reads("＋" + InScript(e.E164[1..], '０'), null, e.E164) || !Reads("+" + InScript(e.E164[1..], '٠'), null, e.E164)
            || !Reads("+" + InScript(e.E164[1..], '०'), null, e.E164)).Should().BeEmpty();

    [SkippableTheory]
    [InlineData(" ext. 12")]
    [InlineData("x12")]
    [InlineData(";ext=12")]
    [InlineData(" #12")]
    [InlineData(" Extension 12")]
    public void Parse_ExampleWithExtension_KeepsBoth(string ending) =>
        Examples().Where(e => !PhoneNumber.TryParse(e.E164 + ending, out var number) || number.E164 != e.E164 || number.Extension != "12"
            || (e.Region != "001" && (!PhoneNumber.TryParse(number.ToNational(), e.Region, out var again) || again != number))).Should().BeEmpty();

    [SkippableFact]
    public void ToNational_Example_IsReadBackWithItsRegion() =>
        Examples().Where(e => e.Region != "001" && !Reads(PhoneNumber.Parse(e.E164).ToNational(), e.Region, e.E164))
            .Select(e => $"{e.E164} {PhoneNumber.Parse(e.E164).ToNational()}").Should().BeEmpty();

    [SkippableFact]
    public void ToNational_Example_IsWrittenAtHome() =>
        Examples().Where(e => e.Region != "001").Count(e => PhoneNumber.Parse(e.E164).ToNational()[0] == '+').Should().BeLessThanOrEqualTo(20, "few numbers need their country code");

    [SkippableFact]
    public void ToInternational_Example_IsReadBack() =>
        Examples().Where(e => !Reads(PhoneNumber.Parse(e.E164).ToInternational(), null, e.E164)).Should().BeEmpty();

    [SkippableFact]
    public void Examples_AreAllThere() => Examples().Should().HaveCount(1_147);

    private static bool Reads(string text, string? region, string expected) => PhoneNumber.TryParse(text, region, out var number) && number.ToString() == expected;

    private static string Written(string pattern, (string Region, string National, string E164) e)
    {
        var code = e.E164[1..^e.National.Length];
        var (first, second) = (Math.Min(2, e.National.Length - 2), Math.Min(4, e.National.Length - 1));
        return pattern.Replace("$c", code, StringComparison.Ordinal).Replace("$1", e.National[..first], StringComparison.Ordinal)
            .Replace("$2", e.National[first..second], StringComparison.Ordinal).Replace("$3", e.National[second..], StringComparison.Ordinal);
    }

    private static string InScript(string digits, char zero) => string.Concat(digits.Select(d => (char)(zero + d - '0')));

    private static List<(string Region, string National, string E164)> Examples() =>
        [.. File.ReadAllText(TestData.Require("customers/phones/libphonenumber-examples.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split(',')).Select(cells => (cells[1], cells[3], cells[4]))];
}
