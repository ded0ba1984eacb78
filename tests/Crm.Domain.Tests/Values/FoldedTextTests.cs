using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class FoldedTextTests
{
    [Theory]
    [InlineData("Müller", "müller")]
    [InlineData("MU\u0308LLER", "müller")]
    [InlineData("ＡＢＣ①ﬁ", "abc1fi")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("J\u030C", "\u01F0")]
    [InlineData("", "")]
    public void Of_Text_IsCompatibleAndLowerCase(string text, string expected) => FoldedText.Of(text).Should().Be(expected);

    [Fact]
    public void Of_IllFormedText_CountsAsReplacementCharacters()
    {
        FoldedText.Of("A\uD800B").Should().Be("a\uFFFDb");
        FoldedText.Of("\uFFFE").Should().Be("\uFFFD");
    }

    [Fact]
    public void Of_DottedCapitalI_DoesNotDependOnTheCulture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("tr-TR");
        try
        {
            FoldedText.Of("TITLE").Should().Be("title");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_EveryCodePoint_IsFoldedOnce()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            var text = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            var once = FoldedText.Of(text);
            if (FoldedText.Of(once) != once)
            {
                FoldedText.Of(once).Should().Be(once, "U+{0:X4} is folded", code);
            }
        }
    }

    [Fact]
    public void Of_AnyText_IsIdempotent() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyUnicodeText_IsIdempotent()
    {
        var unit = Gen.Frequency((3, Gen.Choose(0x41, 0x24F)), (2, Gen.Choose(0x300, 0x36F)), (1, Gen.Choose(0x370, 0x1FFF)), (1, Gen.Choose(0, 0xFFFF)));

        Prop.ForAll(unit.Select(code => (char)code).ArrayOf().Select(units => new string(units)).ToArbitrary(),
            text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
