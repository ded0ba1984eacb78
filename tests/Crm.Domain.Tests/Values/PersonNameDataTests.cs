using System.Text.Json;
using Crm.Domain.Values;
using Crm.Testing;

namespace Crm.Domain.Tests.Values;

/// <summary>
/// The 258 names of the nameparser suite. The rest are left alone on purpose: English court and church titles, couples in one
/// line, single letters as suffixes, and particles of Portuguese families, of which nameparser keeps the last one only.
/// </summary>
[Trait("Check", "XC-12")]
public class PersonNameDataTests
{
    [SkippableFact]
    public void Parse_EnglishAndEuropeanNames_SplitsMostAsExpected()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestData.Require("customers/names/nameparser-cases.json")));

        document.RootElement.EnumerateArray().Count(IsSplitAsExpected).Should().BeGreaterThanOrEqualTo(204);
    }

    private static bool IsSplitAsExpected(JsonElement test)
    {
        var expected = test.GetProperty("expected");
        PersonName.TryParse(test.GetProperty("input").GetString(), out var name);
        return new[] { name?.Prefix, name?.Given, name?.Middle, name?.Family, name?.Suffix, name?.Nickname }.SequenceEqual(
            new[] { "title", "first", "middle", "last", "suffix", "nickname" }
                .Select(part => expected.TryGetProperty(part, out var value) && value.GetString() is { Length: > 0 } text ? text : null));
    }
}
