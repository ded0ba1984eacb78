using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class JourneyRaceTests(PostgreSqlFixture fixture) : JourneyRaceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
