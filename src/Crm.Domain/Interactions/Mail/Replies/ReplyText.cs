namespace Crm.Domain.Interactions;

/// <summary>
/// What the author of a mail wrote, told apart from what was quoted and signed, whatever the language and the mail program. A closing
/// without a delimiter belongs to the author. Hidden are: text after the first delimiter such as <c>-- </c>, device lines
/// (<c>Sent from my …</c>), and quoted mails with their header lines. Quotations that are answered line by line stay with their answers.
/// </summary>
/// <param name="Visible">
/// The author's own text, lines in their order and as they came; a mail of nothing but a quotation or a forwarded mail gives that
/// without its header lines. Empty only for a blank mail.
/// </param>
/// <param name="Hidden">All other lines in their order; empty when there are none.</param>
public sealed record ReplyText(string Visible, string Hidden)
{
    /// <summary>The whole mail in pieces, visible and hidden, in order.</summary>
    public IReadOnlyList<ReplyFragment> Fragments { get; private init; } = [];

    /// <summary>Reads the plain text of a mail, without its headers.</summary>
    /// <param name="body">
    /// The decoded text with any line ends; see <see cref="MailHtml.ToText"/> for mails in HTML. Time and memory grow in proportion to its length.
    /// </param>
    /// <returns>The visible and the hidden text with line feeds, each without blank space at its ends.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public static ReplyText Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var lines = new ReplyLines(body);
        ReplyLineKinds.Assign(lines);
        ReplyCut.Apply(lines);
        return new ReplyText(lines.Join(isHidden: false), lines.Join(isHidden: true)) { Fragments = lines.Fragments() };
    }
}
