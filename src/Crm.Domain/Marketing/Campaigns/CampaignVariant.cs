namespace Crm.Domain.Marketing;

/// <summary>One of the variants in which a campaign sends.</summary>
public sealed class CampaignVariant
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 20;

    private CampaignVariant() => (Key, TemplateKey) = (null!, null!);

    internal CampaignVariant(CampaignVariantDraft draft) => (Key, TemplateKey, Weight) = (draft.Key, draft.TemplateKey, draft.Weight);

    /// <summary>The variant.</summary>
    public string Key { get; private set; }

    /// <summary>The message template.</summary>
    public string TemplateKey { get; private set; }

    /// <summary>How often it is drawn beside the others.</summary>
    public int Weight { get; private set; }

    internal void Set(CampaignVariantDraft draft) => (TemplateKey, Weight) = (draft.TemplateKey, draft.Weight);
}
