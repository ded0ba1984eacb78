using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyConfiguration(CrmModel model) : IEntityTypeConfiguration<Journey>
{
    public const string Table = "journeys";
    public const string Root = "JourneyId";

    public void Configure(EntityTypeBuilder<Journey> builder)
    {
        builder.Aggregate<Journey, JourneyId>(model, Table);
        builder.Ignore(j => j.Draft);
        builder.Property(j => j.Key).HasMaxLength(JourneyStep.MaxKeyLength);
        builder.Property(j => j.Name).HasMaxLength(Journey.MaxNameLength);
        builder.Property(j => j.SegmentKey).HasMaxLength(Segment.MaxKeyLength);
        builder.HasParts(model, j => j.Versions, Table, JourneyVersionConfiguration.Table, Root);
        builder.HasParts(model, j => j.Events, Table, JourneyEventNameConfiguration.Table, Root);
        builder.CrmIndex(model, "ux_journeys_key", true, nameof(Journey.Key));
    }
}
