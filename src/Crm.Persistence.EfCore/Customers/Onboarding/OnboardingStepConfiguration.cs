using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class OnboardingStepConfiguration(CrmModel model) : IEntityTypeConfiguration<OnboardingStep>
{
    public const string Table = "onboarding_steps";

    public void Configure(EntityTypeBuilder<OnboardingStep> builder)
    {
        builder.Part(model, Table, "OnboardingId");
        builder.Property<OnboardingId>("OnboardingId").HasConversion<IdConverter<OnboardingId>>();
        builder.HasKey("OnboardingId", nameof(OnboardingStep.Number)).HasName(model.Name("pk_onboarding_steps"));
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.Title).HasMaxLength(Onboarding.MaxTitleLength);
        builder.Property(s => s.Note).HasMaxLength(Onboarding.MaxTitleLength);
        builder.Property(s => s.SettledBy).HasMaxLength(Actor.MaxIdLength);
    }
}
