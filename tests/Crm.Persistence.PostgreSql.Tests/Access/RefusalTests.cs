using Crm.Persistence.Specification.Access;

namespace Crm.Persistence.PostgreSql.Tests.Access;

public sealed class RefusalTests(PostgreSqlFixture fixture) : RefusalSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
