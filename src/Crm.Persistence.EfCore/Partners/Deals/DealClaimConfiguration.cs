using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class DealClaimConfiguration(CrmModel model) : IEntityTypeConfiguration<DealClaim>
{
    public const string Table = "deal_claims";

    public void Configure(EntityTypeBuilder<DealClaim> builder)
    {
        builder.Part(model, Table, DealRegistrationConfiguration.Root);
        builder.Property<DealRegistrationId>(DealRegistrationConfiguration.Root).HasConversion<IdConverter<DealRegistrationId>>();
        builder.HasKey(DealRegistrationConfiguration.Root, nameof(DealClaim.Sku), nameof(DealClaim.Month)).HasName(model.Name("pk_deal_claims"));
        builder.Property(c => c.Sku).HasMaxLength(DealRegistration.MaxSkuLength).ValueGeneratedNever();
        builder.Property(c => c.Month).ValueGeneratedNever();
        builder.StaysInMerges(nameof(DealClaim.CustomerId), "Says for which customer approvals were kept apart when they were given; the registration itself moves.");

        // Of two approvals at the same time, the database refuses the second.
        builder.CrmIndex(model, "ux_deal_claims_claim", true, nameof(DealClaim.CustomerId), nameof(DealClaim.Sku), nameof(DealClaim.Month));
    }
}
