using System.Globalization;
using System.Text;
using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Interactions;

public class AttachmentNameTests
{
    [Theory]
    [InlineData("invoice.pdf", "invoice.pdf")]
    [InlineData("Rechnung März 2026.pdf", "Rechnung März 2026.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\me\report.docx", "report.docx")]
    [InlineData("a/b\\c", "c")]
    [InlineData("inv\u202Efdp.exe", "invfdp.exe")]
    [InlineData("in\u200Bvo\u2060ice\uFEFF.pdf", "invoice.pdf")]
    [InlineData("a\r\nb\0c\tx.txt", "a  bc x.txt")]
    [InlineData("photo\u00A0one\u3000.jpg", "photo one .jpg")]
    [InlineData("x.txt:stream", "x.txt_stream")]
    [InlineData("what?<now>*.txt", "what__now__.txt")]
    [InlineData("con", "_con")]
    [InlineData("NUL.tar.gz", "_NUL.tar.gz")]
    [InlineData("com1 .txt", "_com1 .txt")]
    [InlineData(" . name. . ", "name")]
    [InlineData("..", "attachment")]
    [InlineData("", "attachment")]
    [InlineData(null, "attachment")]
    [InlineData("\u200B\u202E", "attachment")]
    [InlineData("docs/", "attachment")]
    [InlineData("a\u2215b\uFF0Fc", "a_b_c")]
    [InlineData("e\u0301.txt", "é.txt")]
    public void Clean_HostileName_IsHarmless(string? name, string expected) => AttachmentName.Clean(name).Should().Be(expected);

    [Fact]
    public void Clean_LongName_KeepsItsExtension()
    {
        AttachmentName.Clean(new string('x', 500) + ".pdf").Should().HaveLength(AttachmentName.MaxLength).And.EndWith("x.pdf");
        AttachmentName.Clean("a." + new string('x', 500)).Should().HaveLength(AttachmentName.MaxLength);
        AttachmentName.Clean(string.Concat(Enumerable.Repeat("😀", 300)) + ".png").Should().EndWith("😀.png");
    }

    [Fact]
    public void Clean_AnyName_IsStableAndHoldsNothingThatHidesOrLeads()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>(),
            Gen.Elements("/", "\\", "..", ".", " ", "con", "aux.", "\u202E", "\u200D", "\uFE0F", "\u0301", "😀", ":", "a", "\uD800", "\uFFFE", "\u3164", "\u00A8").ListOf().Select(string.Concat),
            Gen.Choose(0, 0x10FFFF).ListOf().Select(all => string.Concat(all.Where(Rune.IsValid).Select(c => new Rune(c).ToString()))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var clean = AttachmentName.Clean(text);
            AttachmentName.Clean(clean).Should().Be(clean);
            clean.Should().NotBeNullOrWhiteSpace().And.NotStartWith(".").And.NotEndWith(".").And.NotStartWith(" ").And.NotEndWith(" ");
            clean.Length.Should().BeLessThanOrEqualTo(AttachmentName.MaxLength);
            clean.IsNormalized(NormalizationForm.FormC).Should().BeTrue();
            clean.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']).Should().Be(-1);
            clean.EnumerateRunes().Should().NotContain(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.Control || Rune.GetUnicodeCategory(r) == UnicodeCategory.Format || Rune.GetUnicodeCategory(r) == UnicodeCategory.Surrogate);
        }));
    }
}
