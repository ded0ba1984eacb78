namespace Crm.Domain.SelfService;

/// <summary>Names that templates of the portal's messages may use; their texts come with each message.</summary>
internal static class PortalTexts
{
    public const string Token = "portal.token";
    public const string Code = "portal.code";
    public const string Change = "portal.change";
}
