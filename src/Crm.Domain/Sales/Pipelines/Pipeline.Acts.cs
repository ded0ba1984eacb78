using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Pipeline
{
    /// <summary>Changes the name.</summary>
    /// <param name="name">The new name.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public void Rename(string name, Instant now)
    {
        Name = Guard.Line(name, MaxNameLength);
        Raise(new PipelineRenamed(Id, Name, now));
    }

    /// <summary>Whether the pipeline can become the one for opportunities that name none.</summary>
    /// <returns>The ruling; refused with <c>PipelineArchived</c>.</returns>
    public CrmRuling CanBecomeDefault() => IsArchived ? CrmRuling.Refused(e => e.PipelineArchived(Name)) : CrmRuling.Permitted;

    /// <summary>Becomes the pipeline for opportunities that name none.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived.</exception>
    public void BecomeDefault(Instant now)
    {
        CanBecomeDefault().Demand();
        DefaultMark = 1;
        Raise(new PipelineDefaultChanged(Id, true, now));
    }

    /// <summary>Ceases to be the pipeline for opportunities that name none.</summary>
    /// <param name="now">The current instant.</param>
    public void CeaseDefault(Instant now)
    {
        DefaultMark = null;
        Raise(new PipelineDefaultChanged(Id, false, now));
    }

    /// <summary>Whether the pipeline can be archived.</summary>
    /// <returns>The ruling; refused with <c>PipelineArchived</c>, <c>PipelineIsDefault</c>.</returns>
    public CrmRuling CanArchive() => IsArchived ? CrmRuling.Refused(e => e.PipelineArchived(Name))
        : IsDefault ? CrmRuling.Refused(e => e.PipelineIsDefault(Name))
        : CrmRuling.Permitted;

    /// <summary>Archives the pipeline: no opportunity is opened in it any more; those in it go on.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived, or the default.</exception>
    public void Archive(Instant now)
    {
        CanArchive().Demand();
        IsArchived = true;
        Raise(new PipelineArchivingChanged(Id, true, now));
    }

    /// <summary>Whether the pipeline can be taken up again.</summary>
    /// <returns>The ruling; refused with <c>PipelineNotArchived</c>.</returns>
    public CrmRuling CanRestore() => IsArchived ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PipelineNotArchived(Name));

    /// <summary>Takes an archived pipeline up again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not archived.</exception>
    public void Restore(Instant now)
    {
        CanRestore().Demand();
        IsArchived = false;
        Raise(new PipelineArchivingChanged(Id, false, now));
    }
}
