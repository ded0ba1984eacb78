using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityParticipantConfiguration(CrmModel model) : IEntityTypeConfiguration<ActivityParticipant>
{
    public const string Table = "activity_participants";

    public void Configure(EntityTypeBuilder<ActivityParticipant> builder) => builder.Participants<ActivityParticipant, ActivityId>(model, Table, "ActivityId");
}
