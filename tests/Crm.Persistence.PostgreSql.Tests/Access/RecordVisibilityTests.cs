using Crm.Persistence.Specification.Access;

namespace Crm.Persistence.PostgreSql.Tests.Access;

public sealed class RecordVisibilityTests(PostgreSqlFixture fixture) : RecordVisibilitySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
