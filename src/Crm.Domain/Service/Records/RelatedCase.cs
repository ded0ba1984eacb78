namespace Crm.Domain.Service;

/// <summary>Another case that has to do with this one. Part of <see cref="ServiceCase"/>; the other one has this as its part.</summary>
public sealed class RelatedCase
{
    private RelatedCase()
    {
    }

    internal RelatedCase(ServiceCaseId otherId) => OtherId = otherId;

    /// <summary>The other case.</summary>
    public ServiceCaseId OtherId { get; private set; }
}
