using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class InteractionTests(SqliteFixture fixture) : InteractionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
