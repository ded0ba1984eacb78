namespace Crm.Domain.Marketing;

/// <summary>Names that templates of confirmations may use; their texts come with each message.</summary>
internal static class SignUpTexts
{
    public const string Token = "signUp.token";
    public const string Title = "signUp.title";
}
