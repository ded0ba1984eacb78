using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class PrivacyMeasureTests(PostgreSqlFixture fixture) : PrivacyMeasureSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
