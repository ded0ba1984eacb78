using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class InteractionParticipantConfiguration(CrmModel model) : IEntityTypeConfiguration<InteractionParticipant>
{
    public const string Table = "interaction_participants";

    public void Configure(EntityTypeBuilder<InteractionParticipant> builder) => builder.Participants<InteractionParticipant, InteractionId>(model, Table, "InteractionId");
}
