using System.Globalization;

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such campaign.</summary>
    /// <param name="key">The campaign's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignNotFound(string key) => Error(nameof(CampaignNotFound), "There is no campaign {0}.", "campaign", key);

    /// <summary>A campaign with this key exists already.</summary>
    /// <param name="key">The campaign's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignAlreadyDefined(string key) => Error(nameof(CampaignAlreadyDefined), "A campaign {0} exists already.", "key", key);

    /// <summary>The campaign is not so far, or is beyond it.</summary>
    /// <param name="key">The campaign's key.</param>
    /// <param name="status">How far it is.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignNotInStatus(string key, string status) => Error(nameof(CampaignNotInStatus), "The campaign {0} cannot do that now: {1}.", "campaign", key, status);

    /// <summary>The campaign has no audience or nothing to send.</summary>
    /// <param name="key">The campaign's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignIncomplete(string key) => Error(nameof(CampaignIncomplete), "The campaign {0} needs a segment and a variant.", "campaign", key);

    /// <summary>A template is for another channel or purpose than the campaign.</summary>
    /// <param name="template">The template's key.</param>
    /// <param name="key">The campaign's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignTemplateUnsuitable(string template, string key) =>
        Error(nameof(CampaignTemplateUnsuitable), "The template {0} is of another channel or purpose than the campaign {1}.", "variants", template, key);

    /// <summary>There is no such cost.</summary>
    /// <param name="number">The cost's number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignCostNotFound(int number) => Error(nameof(CampaignCostNotFound), "There is no cost {0}.", "cost", number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A member of the audience is not so far, or is beyond it.</summary>
    /// <param name="status">How far it is.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignRecipientNotInStatus(string status) => Error(nameof(CampaignRecipientNotInStatus), "The recipient cannot do that now: {0}.", "recipient", status);

    /// <summary>A token was not issued here.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError CampaignTokenInvalid() => Error(nameof(CampaignTokenInvalid), "The token is not one of ours.", "token");
}
