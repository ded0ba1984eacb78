using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.PostgreSql.Tests.Saving;

public sealed class UnitOfWorkTests(PostgreSqlFixture fixture) : UnitOfWorkSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
