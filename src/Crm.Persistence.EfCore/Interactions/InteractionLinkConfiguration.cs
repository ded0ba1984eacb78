using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class InteractionLinkConfiguration(CrmModel model) : IEntityTypeConfiguration<InteractionLink>
{
    public const string Table = "interaction_links";

    public void Configure(EntityTypeBuilder<InteractionLink> builder)
    {
        builder.Part(model, Table, "InteractionId");
        builder.Property<InteractionId>("InteractionId").HasConversion<IdConverter<InteractionId>>();
        builder.Property(l => l.SubjectKind).HasMaxLength(32);
        builder.HasKey("InteractionId", nameof(InteractionLink.SubjectKind), nameof(InteractionLink.SubjectId)).HasName(model.Name("pk_interaction_links"));
        builder.PointsAtSubject(nameof(InteractionLink.SubjectKind), nameof(InteractionLink.SubjectId));
        builder.CrmIndex(model, "ix_interaction_links_subject", false, nameof(InteractionLink.SubjectId));
    }
}
