using System.Text.Json;
using Crm.Domain.Values;
using Crm.Testing;

namespace Crm.Domain.Tests.Values;

/// <summary>The 164 addresses of the isemail suite; control characters are written as their pictures (U+2400 and up) there.</summary>
[Trait("Check", "XC-12")]
public class EmailAddressDataTests
{
    private static readonly string[] s_accepted = ["ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN"];

    [SkippableFact]
    public void TryParse_AddressWithSyntaxError_IsRefused() =>
        Cases().Where(c => c.Category == "ISEMAIL_ERR").Select(c => EmailAddress.TryParse(c.Address, out _))
            .Should().HaveCount(66).And.NotContain(true);

    [SkippableFact]
    public void TryParse_ValidAddress_IsKept() =>
        Cases().Where(c => s_accepted.Contains(c.Category) && !EmailAddress.TryParse(c.Address, out _)).Should().BeEmpty();

    [SkippableFact]
    public void TryParse_UnusualAddress_IsKeptUnlessItIsALiteralOrHasANumericTopLevel() =>
        Cases().Where(c => c.Category == "ISEMAIL_RFC5321" && !EmailAddress.TryParse(c.Address, out _))
            .Should().OnlyContain(c => c.Diagnosis == "ISEMAIL_RFC5321_ADDRESSLITERAL" || c.Diagnosis == "ISEMAIL_RFC5321_TLDNUMERIC");

    [SkippableFact]
    public void TryParse_CommentObsoleteFormOrOverlongAddress_IsRefused() =>
        Cases().Where(c => c.Category is "ISEMAIL_RFC5322" or "ISEMAIL_CFWS" or "ISEMAIL_DEPREC" && EmailAddress.TryParse(c.Address, out _))
            .Select(c => c.Address).Should().BeEquivalentTo([" test@iana.org", "test@iana.org "], "blanks around an address are dropped");

    private static List<(string Address, string Category, string Diagnosis)> Cases()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestData.Require("customers/email-addresses/isemail-cases.json")));
        return [.. document.RootElement.EnumerateArray().Select(c => (
            Controls(c.GetProperty("address").GetString()!), c.GetProperty("category").GetString()!, c.GetProperty("diagnosis").GetString()!))];
    }

    private static string Controls(string text) => string.Concat(text.Select(c => c is >= '\u2400' and < '\u2421' ? (char)(c - 0x2400) : c));
}
