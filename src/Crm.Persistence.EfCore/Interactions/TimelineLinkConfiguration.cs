using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class TimelineLinkConfiguration(CrmModel model) : IEntityTypeConfiguration<TimelineLink>
{
    public const string Table = "timeline_links";

    public void Configure(EntityTypeBuilder<TimelineLink> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(l => new { l.EntryId, l.SubjectId }).HasName(model.Name("pk_timeline_links"));
        builder.Property(l => l.SubjectKind).HasMaxLength(32);
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Channel).HasMaxLength(32);
        builder.Property(l => l.AgentId).HasMaxLength(Crm.Domain.Access.Actor.MaxIdLength);
        builder.HasOne<TimelineEntry>().WithMany().HasForeignKey(l => l.EntryId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_timeline_links_entries"));
        builder.PointsAtSubject(nameof(TimelineLink.SubjectKind), nameof(TimelineLink.SubjectId));
        builder.CrmIndex(
            model,
            "ix_timeline_links_page",
            false,
            nameof(TimelineLink.SubjectId),
            nameof(TimelineLink.At),
            nameof(TimelineLink.EntryId),
            nameof(TimelineLink.Audience),
            nameof(TimelineLink.Kind),
            nameof(TimelineLink.Channel),
            nameof(TimelineLink.Direction),
            nameof(TimelineLink.AgentId));
    }
}
