using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class JourneyTests(PostgreSqlFixture fixture) : JourneySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
