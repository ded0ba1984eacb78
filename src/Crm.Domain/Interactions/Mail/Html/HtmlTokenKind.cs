namespace Crm.Domain.Interactions;

internal enum HtmlTokenKind
{
    Text,
    Start,
    End,
}
