using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class TimelineEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<TimelineEntry>
{
    public const string Table = "timeline_entries";

    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(e => e.Id).HasName(model.Name("pk_timeline_entries"));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.Property(e => e.Channel).HasMaxLength(32);
        builder.Property(e => e.ActorId).HasMaxLength(Crm.Domain.Access.Actor.MaxIdLength);
        builder.Property(e => e.AgentId).HasMaxLength(Crm.Domain.Access.Actor.MaxIdLength);
        builder.Property(e => e.ActorName).HasMaxLength(200);
        builder.Property(e => e.ReferenceKind).HasMaxLength(32);
        builder.Property(e => e.Text).HasMaxLength(TimelineEntry.MaxTextLength);
        builder.PointsAtSubject(nameof(TimelineEntry.ReferenceKind), nameof(TimelineEntry.ReferenceId));
    }
}
