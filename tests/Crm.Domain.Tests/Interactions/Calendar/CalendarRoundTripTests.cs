using System.Text;
using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Interactions;

/// <summary>Content lines of RFC 5545: folding, escapes, parameters, and what comes from outside.</summary>
[Trait("Check", "IN-09")]
public class CalendarRoundTripTests
{
    private const string Alphabet = "aZ9 ,;:\\\"^'n=-\n\tä€😀\u2028\u00a0";

    [Fact]
    public void Calendar_WrittenAndRead_IsTheSame() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Texts(), Texts(), (text, parameter) =>
    {
        var calendar = new CalendarComponent("VCALENDAR");
        calendar.Add("VERSION", "2.0");
        var inner = new CalendarComponent("VEVENT");
        inner.Properties.Add(CalendarProperty.OfText("SUMMARY", text));
        inner.Add("ATTENDEE", "mailto:anna@example.com", [new("CN", parameter.ReplaceLineEndings("\n")), new("RSVP", "TRUE")]);
        calendar.Components.Add(inner);

        var written = CalendarWriter.Write(calendar);

        CalendarReader.Read(written, out _).Should().Be(calendar);
        CalendarEscapes.Unescape(inner.Properties[0].Value).Should().Be(text.ReplaceLineEndings("\n"));
        written.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        written.Replace("\r\n", "").Should().NotContainAny("\r", "\n");
    }));

    [Theory]
    [InlineData("Meet; eat, drink \\ sleep\nthen go", "Meet\\; eat\\, drink \\\\ sleep\\nthen go")]
    [InlineData("a\r\nb\rc", "a\\nb\\nc")]
    [InlineData("bell\ahere", "bellhere")]
    public void Text_IsEscaped(string text, string value) => CalendarEscapes.Escape(text).Should().Be(value);

    [Fact]
    public void Lines_FoldedAnywhere_AreUnfolded()
    {
        var read = CalendarReader.Read("BEGIN:VCALENDAR\r\nSUM\r\n MARY;LANG\r\n UAGE=en:A long d\r\n escription\n\twith tab\r\nEND:VCALENDAR\r\n", out _)!;

        read.Find("SUMMARY")!.Should().Be(new CalendarProperty("SUMMARY", "A long descriptionwith tab", [new("LANGUAGE", "en")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR\r\n")]
    [InlineData("BEGIN:VEVENT\r\nEND:VEVENT\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nNO VALUE\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\n:value\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nX;Y=\"open:value\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nX;=1:value\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nX:1\r\n")]
    public void Text_ThatIsNoCalendar_IsRefusedWithALine(string text)
    {
        CalendarReader.Read(text, out var problem).Should().BeNull();
        (problem.Line, problem.Reason.Length).Should().Match<(int Line, int Length)>(p => p.Line > 0 && p.Length > 0);
    }

    [Fact]
    public void Text_WithoutMeasure_IsRefused()
    {
        var many = new StringBuilder("BEGIN:VCALENDAR\r\n").Insert(17, "X:1\r\n", 30_000).Append("END:VCALENDAR\r\n");
        var deep = string.Concat(Enumerable.Repeat("BEGIN:VCALENDAR\r\n", 100)) + string.Concat(Enumerable.Repeat("END:VCALENDAR\r\n", 100));
        var broad = "BEGIN:VCALENDAR\r\nX" + string.Concat(Enumerable.Repeat(";Y=1", 100)) + ":1\r\nEND:VCALENDAR\r\n";

        foreach (var text in new[] { many.ToString(), deep, broad, new string('a', CalendarReader.MaxLength + 1) })
        {
            CalendarReader.Read(text, out _).Should().BeNull();
        }
    }

    [Fact]
    public void AnyText_IsReadOrRefusedButNeverFails() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Gen.Elements("BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "UID:1\r\n", "X;Y=\"", ":", ";", "\r\n ", "\0", "\ud800", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c\r\n")
            .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
        text => CalendarReader.Read(text, out _) is null or { Name: "VCALENDAR" }));

    // Control characters but the tab are left out of texts, so they are none of these.
    private static Arbitrary<string> Texts() => Gen.Elements(Alphabet.EnumerateRunes().Select(r => r.ToString()).ToArray()).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
}
