namespace Crm.Domain.Interactions;

/// <summary>The containers other than <c>blockquote</c> in which mail programs put the mail that is answered.</summary>
internal static class HtmlQuotations
{
    // Yahoo Mail; GMX and web.de; QQ Mail; Zimbra; Outlook.com of old; Windows Live Mail has a blockquote.
    private static readonly string[] s_marks = ["yahoo_quoted", "quote", "qmbox", "zmail_extra", "ecxgmail_quote"];

    public static bool Marks(string element, ReadOnlySpan<char> attribute, ReadOnlySpan<char> value)
    {
        if (element is not ("div" or "section") || !(attribute.Equals("class", StringComparison.OrdinalIgnoreCase) || attribute.Equals("id", StringComparison.OrdinalIgnoreCase) || attribute.Equals("name", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        foreach (var range in value.Split(' '))
        {
            var word = value[range];
            foreach (var mark in s_marks)
            {
                // Yahoo numbers the ids: yahoo_quoted_0123456789.
                if (word.Equals(mark, StringComparison.OrdinalIgnoreCase) || (mark == "yahoo_quoted" && word.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
