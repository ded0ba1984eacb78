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

    private static List<(string Region, string National, string E164)> Examples() =>
        [.. File.ReadAllText(TestData.Require("customers/phones/libphonenumber-examples.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split(',')).Select(cells => (cells[1], cells[3], cells[4]))];
}
