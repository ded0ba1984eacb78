using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class CallRecordConfiguration(CrmModel model) : IEntityTypeConfiguration<CallRecord>
{
    public const string Table = "interaction_calls";

    public void Configure(EntityTypeBuilder<CallRecord> builder)
    {
        builder.Part(model, Table, "InteractionId");
        builder.Property<InteractionId>("InteractionId").HasConversion<IdConverter<InteractionId>>();
        builder.HasKey("InteractionId").HasName(model.Name("pk_interaction_calls"));
        builder.Property(c => c.NumberDialled).HasMaxLength(Interaction.MaxAddressLength);
        builder.Property(c => c.Recording).HasMaxLength(CallRecord.MaxRecordingLength);
    }
}
