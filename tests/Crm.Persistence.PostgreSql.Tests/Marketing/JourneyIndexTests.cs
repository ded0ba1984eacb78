using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class JourneyIndexTests(PostgreSqlFixture fixture) : JourneyIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
