using System.Text.Json;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-05")]
public class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+39 02", "'+39 02")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    [InlineData("a=1", "a=1")]
    public void Escape_BeginningOfAFormula_GetsAnApostrophe(string text, string escaped) => SpreadsheetText.Escape(text).Should().Be(escaped);

    [Fact]
    public void Unescape_OfEscape_IsTheTextItself() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ArrayOf(Gen.Elements('\'', '=', '+', '-', '@', '\t', '\r', 'a', ' ')).Select(c => new string(c)).ToArbitrary(),
        text => SpreadsheetText.Unescape(SpreadsheetText.Escape(text)) == text && (SpreadsheetText.Escape(text).Length == 0 || !"=+-@\t\r".Contains(SpreadsheetText.Escape(text)[0]))));

    [SkippableFact]
    public void Unescape_OfEscapedNaughtyStrings_AreTheStrings()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Crm.Testing.TestData.Require("text/blns.json")))!
            .Concat(File.ReadAllLines(Crm.Testing.TestData.Require("customers/csv/injection.txt"))).ToList();
        strings.Where(s => SpreadsheetText.Unescape(SpreadsheetText.Escape(s)) != s).Should().BeEmpty();
    }
}
