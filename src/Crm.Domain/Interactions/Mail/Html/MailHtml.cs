namespace Crm.Domain.Interactions;

/// <summary>The text of a mail that came as HTML only.</summary>
public static class MailHtml
{
    /// <summary>
    /// The text that a reader sees: one line for each block and <c>br</c>, a blank line around paragraphs, <c>- </c> or a number before list
    /// items, and <c>&gt; </c> before the lines of a quotation (<c>blockquote</c> and the containers in which mail programs put the quoted
    /// mail), so that quotations can be told apart afterwards. Scripts, styles, comments and every attribute are left out; addresses of links too.
    /// </summary>
    /// <param name="html">The HTML, however broken. Time and memory grow in proportion to its length.</param>
    /// <returns>Plain text with line feeds, without blank lines at its ends; never markup. It is not escaped: encode it where it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="html"/> is null.</exception>
    public static string ToText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var tokens = new HtmlTokens(html);
        var text = new HtmlText();
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text:
                    text.Write(tokens.Text.Span);
                    break;
                case HtmlTokenKind.Start:
                    text.Open(tokens.Name, tokens.IsQuotation, tokens.IsTight);
                    break;
                default:
                    text.Close(tokens.Name);
                    break;
            }
        }

        return text.Finish();
    }
}
