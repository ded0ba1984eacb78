using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerAccountConfiguration(CrmModel model) : IEntityTypeConfiguration<PartnerAccount>
{
    public const string Table = "partner_accounts";

    public void Configure(EntityTypeBuilder<PartnerAccount> builder)
    {
        builder.Part(model, Table, PartnerConfiguration.Root);
        builder.Property<PartnerId>(PartnerConfiguration.Root).HasConversion<IdConverter<PartnerId>>();
        builder.HasKey(a => a.Id).HasName(model.Name("pk_partner_accounts"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Label).HasMaxLength(Partner.MaxLabelLength);
        builder.Property(a => a.TokenHash).HasMaxLength(64);
        builder.Property(a => a.PrincipalId).HasMaxLength(Actor.MaxIdLength);
        builder.HasIndex(PartnerConfiguration.Root).HasDatabaseName(model.Name("ix_partner_accounts_partner"));
        builder.CrmIndex(model, "ux_partner_accounts_token", true, nameof(PartnerAccount.TokenHash)).HasFilter("\"TokenHash\" is not null");
        builder.CrmIndex(model, "ux_partner_accounts_principal", true, nameof(PartnerAccount.PrincipalId)).HasFilter("\"PrincipalId\" is not null");
    }
}
