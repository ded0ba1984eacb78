using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class DealApprovalConfiguration(CrmModel model) : IEntityTypeConfiguration<DealApproval>
{
    public const string Table = "deal_approvals";

    public void Configure(EntityTypeBuilder<DealApproval> builder)
    {
        builder.Part(model, Table, DealRegistrationConfiguration.Root);
        builder.Property<DealRegistrationId>(DealRegistrationConfiguration.Root).HasConversion<IdConverter<DealRegistrationId>>();
        builder.HasKey(DealRegistrationConfiguration.Root, nameof(DealApproval.Step)).HasName(model.Name("pk_deal_approvals"));
        builder.Property(a => a.Step).ValueGeneratedNever();
        builder.Property(a => a.ApproverId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(a => a.Reason).HasMaxLength(DealRegistration.MaxReasonLength);
    }
}
