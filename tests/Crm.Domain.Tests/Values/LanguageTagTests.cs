using Crm.Domain.Values;

namespace Crm.Domain.Tests.Values;

/// <summary>Well-formed and malformed tags of RFC 5646, appendix A, and its rules of case and repetition.</summary>
[Trait("Check", "XC-12")]
public class LanguageTagTests
{
    [Theory]
    [InlineData("IT", "it", "it")]
    [InlineData("pt-br", "pt-BR", "pt")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW", "zh")]
    [InlineData("zh-cmn-hans-cn", "zh-cmn-Hans-CN", "zh")]
    [InlineData("sl-rozaj-biske", "sl-rozaj-biske", "sl")]
    [InlineData("de-ch-1901", "de-CH-1901", "de")]
    [InlineData("es-419", "es-419", "es")]
    [InlineData("hy-latn-it-arevela", "hy-Latn-IT-arevela", "hy")]
    [InlineData("de-ch-x-PHONEBK", "de-CH-x-phonebk", "de")]
    [InlineData("X-Whatever", "x-whatever", "x")]
    [InlineData("en-US-u-islamCal", "en-US-u-islamcal", "en")]
    [InlineData("en-a-myext-b-another", "en-a-myext-b-another", "en")]
    [InlineData("en-ca-x-ca", "en-CA-x-ca", "en")]
    [InlineData("az-arab-x-AZE-derbend", "az-Arab-x-aze-derbend", "az")]
    [InlineData("de-x-a-a", "de-x-a-a", "de")]
    public void Parse_WellFormedTag_GivesTheCanonicalCase(string text, string value, string primary)
    {
        var tag = LanguageTag.Parse(text);

        tag.ToString().Should().Be(value);
        tag.Primary.Should().Be(primary);
        LanguageTag.Parse(tag.Value).Should().Be(tag);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-DE")]
    [InlineData("de-419-DE")]
    [InlineData("ar-a-aaa-b-bbb-a-ccc")]
    [InlineData("de-DE-1901-1901")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en_US")]
    [InlineData("en-u")]
    [InlineData("en-u-a")]
    [InlineData("x")]
    [InlineData("i-klingon")]
    [InlineData("englishlang")]
    [InlineData("en US")]
    [InlineData("en\n")]
    [InlineData("еn")]
    [InlineData("en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        LanguageTag.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => LanguageTag.Parse(text)).Should().Throw<FormatException>();
    }
}
