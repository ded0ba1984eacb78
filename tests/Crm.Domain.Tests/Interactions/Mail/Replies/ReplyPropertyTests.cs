using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Interactions.Mail.Replies;

/// <summary>What holds of any mail.</summary>
public class ReplyPropertyTests
{
    private static readonly string[] s_lines =
    [
        "", " ", "Yes.", "Thank you,", "Max Holm", "> Shall we?", ">> Both?", "> ", "-- ", "---", "________________________________", "-----Original Message-----", "Begin forwarded message:",
        "On 12.11.2026 10:05, Ada Berg wrote:", "> On 11.11.2026 10:05, Max <max@example.org> wrote:", "On Thu, Nov 12, 2026 at 10:05 AM Ada Berg", "<ada@shop.example> wrote:", "From: Ada <ada@shop.example>", "Sent: Thursday, 12 November 2026",
        "To: Max", "Subject: Re: 4711", "*Von:* Ada", "Sent from my iPhone", "Get Outlook for iOS", "```", "| a | b |", ">>>>", "<<<<", "- one", "-", "=====", "Order", "\u200B", "wrote:", "On", "12.11.2026", "```c", "写道：", "##- reply above this line -##",
    ];

    private static readonly char[] s_ends = [' ', '\n', '\u200B'];

    private static readonly Arbitrary<string> s_mails = (from lines in Gen.Elements(s_lines).ListOf()
                                                         from end in Gen.Elements("\n", "\r\n", "\r\r\n", "\r")
                                                         select string.Join(end, lines)).ToArbitrary();

    [Fact]
    public void Read_AnyMail_SplitsItsLinesAndKeepsTheirOrder() => Holds(mail =>
    {
        var read = ReplyText.Read(mail);
        var lines = mail.Replace("\r\r\n", "\n", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', read.Fragments.Select(piece => piece.Text)) == string.Join('\n', lines)
            && IsTextOf(read.Visible, read.Fragments.Where(piece => !piece.IsHidden))
            && IsTextOf(read.Hidden, read.Fragments.Where(piece => piece.IsHidden));
    });

    [Fact]
    public void Read_AnyMail_KeepsSomething() => Holds(mail => string.IsNullOrWhiteSpace(mail.Replace("\u200B", "", StringComparison.Ordinal)) == (ReplyText.Read(mail).Visible.Length == 0));

    [Fact]
    public void Read_VisibleTextOfAnswer_StaysAsItIs()
    {
        foreach (var language in ReplyLanguage.All)
        {
            var visible = $"{language["answer"]}\n\n{language["closing"]}\nMax Holm";
            ReplyText.Read(visible).Visible.Should().Be(visible);
        }
    }

    [Fact]
    public void Read_AnyText_NeverFails() => Prop.ForAll<string>(text => ReplyText.Read(text ?? "").Fragments.Count > 0).QuickCheckThrowOnFailure();

    // Bounded sizes of what made readers with patterns hang: every one of these ends at once.
    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("On ")]
    [InlineData("On\n")]
    [InlineData("On 1.1.2026 10:00\n")]
    [InlineData("On 1.1.2026 10:00 a@b.c\n\n")]
    [InlineData("> On 1.1.2026 10:00 a@b.c wrote:\nx\n> y\n")]
    [InlineData("wrote:")]
    [InlineData("wrote:\n")]
    [InlineData("x\nwrote:\n> y\n")]
    [InlineData("From: a\n")]
    [InlineData("From: a@b.c\n\n")]
    [InlineData("x\nFrom: a@b.c\nDate: 1\nSubject: x\n> y\nz\n")]
    [InlineData("-\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("```\n")]
    [InlineData(">>>>\n")]
    [InlineData("-----BEGIN PGP SIGNATURE-----\n")]
    [InlineData("Sent from \n")]
    [InlineData("Unsubscribe: a@b\n")]
    [InlineData("a@")]
    [InlineData("1.")]
    public void Read_HostilePieceRepeated_Ends(string piece) =>
        ReplyText.Read("Yes.\n" + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))).Visible.Should().StartWith("Yes.");

    private static bool IsTextOf(string text, IEnumerable<ReplyFragment> pieces) => text == string.Join('\n', pieces.Select(piece => piece.Text)).Trim(s_ends);

    private static void Holds(Func<string, bool> property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(s_mails, property));
}
