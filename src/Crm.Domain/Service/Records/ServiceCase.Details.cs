using System.Diagnostics.CodeAnalysis;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Longest type.</summary>
    public const int MaxTypeLength = 64;

    private readonly List<ViewedArticle> _viewedArticles = [];

    /// <summary>What kind of matter it is, in the business's own words.</summary>
    public string? Type { get; private set; }

    /// <summary>The channel over which the customer asked.</summary>
    public ChannelKey? Channel { get; private set; }

    /// <summary>The product it is about, by its stock-keeping unit.</summary>
    public string? Sku { get; private set; }

    /// <summary>The serial number of the piece, or the key of the asset.</summary>
    public string? SerialNumber { get; private set; }

    /// <summary>The order in which it was bought.</summary>
    public OrderId? OrderId { get; private set; }

    /// <summary>The line of that order.</summary>
    public int? OrderLine { get; private set; }

    /// <summary>The knowledge items that the customer had read before asking.</summary>
    public IReadOnlyList<ViewedArticle> ViewedArticles => _viewedArticles;

    /// <summary>What the case is about now, to be changed by <see cref="ChangeDetails"/>.</summary>
    /// <returns>A copy.</returns>
    public CaseDescription ToDescription() => new(Subject)
    {
        OrganisationId = OrganisationId, Type = Type, Channel = Channel, Sku = Sku, SerialNumber = SerialNumber, OrderId = OrderId, OrderLine = OrderLine,
    };

    /// <summary>What a case that comes of this one is about: the same thing, of the same customer.</summary>
    internal CaseDetails ToDetails(string subject) => new(CustomerId, subject)
    {
        Priority = Priority, Channel = Channel, OrganisationId = OrganisationId, Type = Type, Sku = Sku, SerialNumber = SerialNumber, OrderId = OrderId, OrderLine = OrderLine,
    };

    /// <summary>Whether it can be said anew what the case is about; possible in every status.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>.</returns>
    public CrmRuling CanChangeDetails() => CanChange();

    /// <summary>Says anew what the case is about.</summary>
    /// <param name="description">What holds from now on, all of it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The subject is empty, a text is too long or has control characters, or an order line stands without an order or is below 1.</exception>
    /// <exception cref="CrmRuleException">The case was merged into another.</exception>
    public void ChangeDetails(CaseDescription description, Instant now)
    {
        CanChangeDetails().Demand();
        Describe(description);
        Happened(new CaseDetailsChanged(Id, Number, CustomerId, OrganisationId, now));
    }

    /// <summary>Whether it can be noted that the customer had read a knowledge item.</summary>
    /// <param name="knowledgeItemId">The knowledge item.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseArticleAlreadyViewed</c>.</returns>
    public CrmRuling CanAddViewedArticle(KnowledgeItemId knowledgeItemId) => CanChange().Then(_viewedArticles.Exists(a => a.KnowledgeItemId == knowledgeItemId)
        ? CrmRuling.Refused(e => e.CaseArticleAlreadyViewed(Number.Value))
        : CrmRuling.Permitted);

    /// <summary>Notes that the customer had read a knowledge item.</summary>
    /// <param name="knowledgeItemId">The knowledge item.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="knowledgeItemId"/> is the default value.</exception>
    /// <exception cref="CrmRuleException">The item is noted already, or the case was merged into another.</exception>
    public void AddViewedArticle(KnowledgeItemId knowledgeItemId, Instant now)
    {
        Guard.NotEmpty(knowledgeItemId);
        CanAddViewedArticle(knowledgeItemId).Demand();
        _viewedArticles.Add(new ViewedArticle(knowledgeItemId));
        Happened(new CaseArticleViewed(Id, Number, knowledgeItemId, now));
    }

    [MemberNotNull(nameof(Subject))]
    private void Describe(CaseDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (description.OrganisationId is { } organisation)
        {
            Guard.NotEmpty(organisation, nameof(description));
        }

        if (description.OrderLine is { } line && (line < 1 || description.OrderId is null))
        {
            throw new ArgumentOutOfRangeException(nameof(description), line, "A line is counted from 1 and belongs to an order.");
        }

        var (subject, type) = (Guard.Line(description.Subject, MaxSubjectLength), Guard.OptionalLine(description.Type, MaxTypeLength));
        var (sku, serial) = (Guard.OptionalLine(description.Sku, 64), Guard.OptionalLine(description.SerialNumber, 100));
        (Subject, Type, OrganisationId, Channel) = (subject, type, description.OrganisationId, description.Channel);
        (Sku, SerialNumber, OrderId, OrderLine) = (sku, serial, description.OrderId, description.OrderLine);
    }
}
